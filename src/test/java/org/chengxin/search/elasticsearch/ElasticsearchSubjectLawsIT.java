package org.chengxin.search.elasticsearch;

import java.nio.file.Path;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectLawsContractTests;

class ElasticsearchSubjectLawsIT extends SubjectLawsContractTests {

    @Override
    protected SearchEngine open(Path folder) {
        return folder.endsWith(FRESH) ? TestCluster.beside(folder) : TestCluster.open(folder);
    }
}
