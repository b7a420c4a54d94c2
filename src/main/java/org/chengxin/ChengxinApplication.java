package org.chengxin;

import org.chengxin.cli.ChengxinCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Serves the portal, or runs one command of it. */
@SpringBootApplication
public class ChengxinApplication {

    public static void main(String[] args) {
        if (ChengxinCommand.serves(args)) {
            SpringApplication.run(ChengxinApplication.class, args);
        } else {
            System.exit(ChengxinCommand.run(ChengxinApplication.class, args));
        }
    }
}
