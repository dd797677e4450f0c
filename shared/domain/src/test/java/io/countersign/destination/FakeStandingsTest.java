package io.countersign.destination;

class FakeStandingsTest extends StandingsContract {
  @Override
  protected Standings standings() {
    return new FakeStandings();
  }
}
