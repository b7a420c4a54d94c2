package org.chengxin.portal.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengxin.platform.Language;
import org.chengxin.widget.Snippets;
import org.jspecify.annotations.Nullable;
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
    private static final int LONGEST = 64;

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
        // whoever comes from a profile has a subject and no form yet
        Snippets.Form usual = subject.isEmpty() ? Snippets.Form.LOOKUP : Snippets.Form.BADGE;
        List<String> forms =
                Arrays.stream(Snippets.Form.values()).map(Snippets.Form::code).toList();
        Snippets.Form form =
                Snippets.Form.of(chosen(request, FORM, forms, usual.code())).orElseThrow();
        String language =
                chosen(request, LANGUAGE, Language.codes(), request.words().code());
        String theme = chosen(request, THEME, Snippets.THEMES, "auto");
        return snippets.of(form, subject, Locale.forLanguageTag(language), theme)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> {
                    boolean unknown = found.isEmpty() && !subject.isEmpty();
                    @Nullable
                    String told =
                            found.isPresent() ? null : request.words().get(unknown ? "embed.unknown" : "embed.missing");
                    EmbedView view = new EmbedView(
                            options(request, FORM, forms, form.code()),
                            options(request, LANGUAGE, Language.codes(), language),
                            options(request, THEME, Snippets.THEMES, theme),
                            subject,
                            found.orElse(null),
                            unknown && told != null ? List.of(new InputFailure(SUBJECT, told)) : List.of(),
                            told);
                    return page(request, view);
                });
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
