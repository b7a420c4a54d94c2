package org.chengxin.search;

/**
 * One public value of a record that full text finds.
 *
 * @param field name of the field in the catalogue
 * @param text the value in words, masked as the public gets it
 */
public record Passage(String field, String text) {}
