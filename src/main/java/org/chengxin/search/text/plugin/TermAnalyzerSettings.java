package org.chengxin.search.text.plugin;

import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;

/** Settings of one analyzer of the type. */
@AnalysisSettings
public interface TermAnalyzerSettings {

    /** Which of {@link org.chengxin.search.text.Analyzers} it is. */
    @StringSetting(path = "terms", defaultValue = "chengxin_name")
    String terms();
}
