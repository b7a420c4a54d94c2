package org.chengxin.portal.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengxin.platform.Language;
import org.chengxin.site.BoundSite;
import org.chengxin.widget.Snippets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Snippets for other people's pages: chosen in a form, shown as they will look, with what their page has to allow. */
@RestController
class EmbedController {

    private static final String FORM = "form";
    private static final String SUBJECT = "subject";
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String SITE = "site";
    private static final int LONGEST = 64;
    private static final int LONGEST_SITE = 500;

    private final Pages pages;
    private final Snippets snippets;

    EmbedController(Pages pages, Snippets snippets) {
        this.pages = pages;
        this.snippets = snippets;
    }

    @GetMapping("/developers/embed")
    Mono<ResponseEntity<byte[]>> embed(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        String subject = request.text(SUBJECT);
        if (subject.length() > LONGEST) {
            throw PageProblem.parameter(SUBJECT);
        }
        String site = request.text(SITE);
        if (site.length() > LONGEST_SITE) {
            throw PageProblem.parameter(SITE);
        }
        // whoever comes from a profile has a subject and no form yet
        Snippets.Form usual = subject.isEmpty() ? Snippets.Form.LOOKUP : Snippets.Form.BADGE;
        List<String> forms =
                Arrays.stream(Snippets.Form.values()).map(Snippets.Form::code).toList();
        Snippets.Form form =
                Snippets.Form.of(chosen(request, FORM, forms, usual.code())).orElseThrow();
        String language =
                chosen(request, LANGUAGE, Language.codes(), request.words().code());
        String theme = chosen(request, THEME, Snippets.THEMES, "auto");
        Optional<BoundSite> page = site.isEmpty() ? Optional.empty() : BoundSite.typed(site);
        Choice choice = new Choice(form, subject, site, page);
        Mono<Snippets.Snippet> made = form.forPage() && page.isEmpty()
                ? Mono.empty()
                : snippets.of(form, subject, Locale.forLanguageTag(language), theme, page);
        return made.map(Optional::of).defaultIfEmpty(Optional.empty()).flatMap(found -> {
            Words words = request.words();
            EmbedView view = new EmbedView(
                    options(request, FORM, forms, form.code()),
                    options(request, LANGUAGE, Language.codes(), language),
                    options(request, THEME, Snippets.THEMES, theme),
                    subject,
                    site,
                    found.orElse(null),
                    found.isPresent() ? List.of() : choice.failures(words),
                    found.isPresent() ? null : choice.missing(words));
            return page(request, view);
        });
    }

    /** What was chosen, when no snippet came of it. */
    private record Choice(Snippets.Form form, String subject, String site, Optional<BoundSite> page) {

        private boolean noSite() {
            return form.forPage() && page.isEmpty();
        }

        /** What is wrong with what was typed; nothing while it was not. */
        List<InputFailure> failures(Words words) {
            if (noSite()) {
                return site.isEmpty() ? List.of() : List.of(new InputFailure(SITE, missing(words)));
            }
            return subject.isEmpty() ? List.of() : List.of(new InputFailure(SUBJECT, missing(words)));
        }

        String missing(Words words) {
            if (subject.isEmpty()) {
                return words.get("embed.missing");
            }
            if (noSite()) {
                return words.get(site.isEmpty() ? "embed.site.missing" : "embed.site.wrong");
            }
            return words.get("embed.unknown");
        }
    }

    private Mono<ResponseEntity<byte[]>> page(PageRequest request, EmbedView view) {
        Words words = request.words();
        return pages.page(
                view.failures().isEmpty() ? HttpStatus.OK : HttpStatus.NOT_FOUND,
                request,
                "embed",
                view,
                InputFailure.title(view.failures(), words.get("embed.title"), words),
                "",
                request.parameters().isEmpty() ? Pages.Keep.INDEXED : Pages.Keep.NOT_INDEXED);
    }

    private static String chosen(PageRequest request, String name, List<String> values, String usual) {
        String asked = request.text(name);
        if (asked.isEmpty()) {
            return usual;
        }
        if (!values.contains(asked)) {
            throw PageProblem.parameter(name);
        }
        return asked;
    }

    private static List<RegisterView.Option> options(
            PageRequest request, String name, List<String> values, String chosen) {
        return values.stream()
                .map(value -> new RegisterView.Option(
                        value, request.words().get("embed." + name + "." + value), value.equals(chosen)))
                .toList();
    }
}
