package io.countersign.local.people;

import java.util.List;

/**
 * A demo person.
 *
 * @param id in Countersign's directory
 * @param role what the demo has them for
 * @param password at the sign-in page; fixed, and of no use anywhere else
 */
public record Person(String id, String name, String role, String email, String password) {
  public static final Person ADA = demo("ada", "Ada Admin", "admin");
  public static final Person DAN = demo("dan", "Dan Developer", "developer");
  public static final Person AMY = demo("amy", "Amy Approver", "approver");
  public static final Person BOB = demo("bob", "Bob Approver", "approver");

  /** A stranger: can sign in, and is nobody in the directory. */
  public static final Person EVE = demo("eve", "Eve Elsewhere", "stranger");

  public static final List<Person> ALL = List.of(ADA, DAN, AMY, BOB, EVE);

  private static Person demo(String id, String name, String role) {
    return new Person(id, name, role, id + "@example.com", "countersign-" + id);
  }
}
