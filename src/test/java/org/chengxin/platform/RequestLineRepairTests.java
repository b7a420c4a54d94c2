package org.chengxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RequestLineRepairTests {

    @Test
    void leavesAGoodAddressAlone() {
        String good = "/api/v1/subjects?q=%E6%B8%AF&kind=shop,courier";
        assertThat(RequestLineRepair.repair(good)).isSameAs(good);
    }

    @Test
    void escapesWhatMayNotStandThere() {
        assertThat(RequestLineRepair.repair("/s?q=%")).isEqualTo("/s?q=%25");
        assertThat(RequestLineRepair.repair("/s?q=%zz%4")).isEqualTo("/s?q=%25zz%254");
        assertThat(RequestLineRepair.repair("/s?q=\"<a>\"")).isEqualTo("/s?q=%22%3Ca%3E%22");
        assertThat(RequestLineRepair.repair("/s?q=é")).isEqualTo("/s?q=%E9");
    }

    @Test
    void makesAnAddressOfAnything() {
        long seed = new Random().nextLong();
        System.out.println("RequestLineRepairTests seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            StringBuilder address = new StringBuilder("/");
            for (int n = random.nextInt(30); n > 0; n--) {
                address.append((char) random.nextInt(33, 256));
            }
            String repaired = RequestLineRepair.repair(address.toString());
            assertThat(URI.create("http://localhost" + repaired).getRawPath()).isNotNull();
            assertThat(RequestLineRepair.repair(repaired)).isSameAs(repaired);
        }
    }
}
