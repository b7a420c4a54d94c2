package org.chengxin.portal.page;

/**
 * An error in words: what happened, what it means, what to do.
 *
 * @param search whether the box is offered; where the answer was to wait it only leads to the same answer
 */
public record ErrorView(String title, String text, String todo, boolean search) {}
