package org.chengxin;

import org.chengxin.cli.ChengxinCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Serves the portal, or runs one command of it. */
@SpringBootApplication
public class ChengxinApplication {

    public static void main(String[] args) {
        if (ChengxinCommand.serves(args)) {
            if (!ChengxinCommand.serve(ChengxinApplication.class, args)) {
                System.exit(ChengxinCommand.FAILED);
            }
        } else {
            System.exit(ChengxinCommand.run(ChengxinApplication.class, args));
        }
    }
}
