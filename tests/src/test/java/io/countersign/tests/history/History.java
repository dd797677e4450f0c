package io.countersign.tests.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that can be known afterwards.
 *
 * @param needed how many of the approvers must agree
 * @param proposed what each request wants, by its id; every value is nowhere else
 * @param told what clients were told, each in its order
 * @param events of each request, in order
 * @param published the details of all events on the bus
 * @param documents what each document holds in the end
 * @param foreign what somebody else wrote, by compare-and-swap as we do
 */
record History(
    int needed,
    Set<String> approvers,
    Map<String, Map<Slot, String>> proposed,
    List<Told> told,
    Map<String, List<JsonNode>> events,
    List<JsonNode> published,
    Map<String, JsonNode> documents,
    Map<Slot, String> foreign) {}
