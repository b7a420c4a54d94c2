package org.chengxin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the portal. */
@SpringBootApplication
public class ChengxinApplication {

    public static void main(String[] args) {
        SpringApplication.run(ChengxinApplication.class, args);
    }
}
