package org.chengxin.search.text.plugin;

import org.apache.lucene.analysis.Analyzer;
import org.chengxin.search.text.Analyzers;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * The analyzer type {@code chengxin} of Elasticsearch: {@code {"type": "chengxin", "terms": NAME}} is the analyzer that
 * {@link Analyzers} knows by the name.
 */
@NamedComponent("chengxin")
public final class TermAnalyzerFactory implements AnalyzerFactory {

    private final Analyzer analyzer;

    /**
     * Called by Elasticsearch for each analyzer of this type.
     *
     * @throws IllegalArgumentException when no analyzer has the name of the settings
     */
    @Inject
    public TermAnalyzerFactory(TermAnalyzerSettings settings) {
        analyzer = Analyzers.byName(settings.terms());
    }

    @Override
    public Analyzer create() {
        return analyzer;
    }
}
