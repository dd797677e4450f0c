package io.countersign.vault;

import java.util.Map;

/** Somebody else at the fake's secrets; version ids count, so that equal histories are equal. */
record FakeOutsider(Shelf shelf) implements Outsider {
  @Override
  public String create(String name, String text) {
    return create(name, new FakeSecret.Content(text));
  }

  @Override
  public String createWithoutVersion(String name) {
    return shelf.make(name).arn();
  }

  @Override
  public String createBinary(String name) {
    return create(name, new FakeSecret.Content(null));
  }

  private String create(String name, FakeSecret.Content content) {
    String arn = shelf.make(name).arn();
    put(name, content, FakeSecret.CURRENT);
    return arn;
  }

  @Override
  public String put(String name, String text) {
    return put(name, new FakeSecret.Content(text), FakeSecret.CURRENT);
  }

  @Override
  public String startRotation(String name, String text) {
    return put(name, new FakeSecret.Content(text), FakeSecret.PENDING);
  }

  private String put(String name, FakeSecret.Content content, String label) {
    String id = "outsider-%024d".formatted(shelf.get(name).versions().size() + 1);
    shelf.change(name, secret -> secret.writable().put(id, content, label));
    return id;
  }

  @Override
  public void promote(String name, String versionId) {
    shelf.change(name, secret -> secret.writable().labelled(FakeSecret.CURRENT, versionId));
  }

  @Override
  public void purge(String name) {
    shelf.purge(name);
  }

  @Override
  public Map<String, String> labels(String name) {
    return shelf.get(name).labels();
  }
}
