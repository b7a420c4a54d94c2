package org.chengxin.search;

import java.util.List;

/**
 * What is offered while one types.
 *
 * @param items best first
 * @param limited whether the search engine did not answer and only whole names, codes and ids were looked for
 */
public record Suggestions(List<Suggestion> items, boolean limited) {}
