package org.tierline.assignment;

/** A team cannot be dissolved: tickets, people or a table would be left with nobody. */
public class TeamNeededException extends Exception {

  public TeamNeededException(String why) {
    super(why);
  }
}
