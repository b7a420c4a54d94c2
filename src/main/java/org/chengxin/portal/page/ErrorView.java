package org.chengxin.portal.page;

/** An error in words: what happened, what it means, what to do. */
public record ErrorView(String title, String text, String todo) {}
