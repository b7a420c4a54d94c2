package org.chengxin.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a robots.txt (RFC 9309) allows: the longest rule that a path begins with decides, and of two the one that allows. */
record Robots(List<Rule> rules) {

    private record Rule(boolean allows, String path) {}

    /** Reads what is said to an agent, or to all when nothing is said to it. */
    static Robots read(String text, String agent) {
        List<Rule> mine = new ArrayList<>();
        List<Rule> all = new ArrayList<>();
        List<Rule> spoken = new ArrayList<>();
        boolean naming = false;
        boolean named = false;
        for (String line : text.lines().toList()) {
            String[] parts = line.replaceFirst("#.*", "").split(":", 2);
            String key = parts[0].strip().toLowerCase(Locale.ROOT);
            String value = parts.length < 2 ? "" : parts[1].strip();
            if (key.equals("user-agent")) {
                boolean me = value.equalsIgnoreCase(agent);
                named |= me;
                List<Rule> to = me ? mine : value.equals("*") ? all : new ArrayList<>();
                // several names may share the rules that follow
                spoken = naming && spoken == mine ? mine : to;
                naming = true;
            } else if (key.equals("allow") || key.equals("disallow")) {
                naming = false;
                if (!value.isEmpty()) {
                    spoken.add(new Rule(key.equals("allow"), value));
                }
            }
        }
        return new Robots(List.copyOf(named ? mine : all));
    }

    boolean allows(String path) {
        int longest = -1;
        boolean allowed = true;
        for (Rule rule : rules) {
            int length = rule.path.length();
            if (path.startsWith(rule.path.replaceFirst("\\*$", ""))
                    && (length > longest || (length == longest && rule.allows))) {
                longest = length;
                allowed = rule.allows;
            }
        }
        return allowed;
    }
}
