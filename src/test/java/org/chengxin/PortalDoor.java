package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A door of the running portal, as the portal itself routes requests: a test that takes its doors from here meets a new one
 * without a list.
 *
 * @param method GET or POST
 * @param pattern with variables
 * @param consumes type of the body it takes; empty when it takes none
 * @param page whether it answers with a page, and not with a file or data
 */
public record PortalDoor(HttpMethod method, PathPattern pattern, String consumes, boolean page) {

    private static final String PAGES = "org.chengxin.portal.page";

    /** All of them; a mapping of a kind not known here fails, so that its doors are not overlooked. */
    static List<PortalDoor> of(DispatcherHandler dispatcher) {
        List<PortalDoor> doors = new ArrayList<>();
        for (HandlerMapping mapping : dispatcher.getHandlerMappings()) {
            if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
                methods.getHandlerMethods().forEach((info, handler) -> add(doors, info, handler));
            } else if (mapping instanceof AbstractUrlHandlerMapping files) {
                files.getHandlerMap()
                        .keySet()
                        .forEach(pattern -> doors.add(new PortalDoor(HttpMethod.GET, pattern, "", false)));
            } else {
                assertThat(mapping).isInstanceOf(RouterFunctionMapping.class);
                assertThat(((RouterFunctionMapping) mapping).getRouterFunction())
                        .as("routes in functions, which no test takes apart")
                        .isNull();
            }
        }
        doors.sort(Comparator.comparing(PortalDoor::toString));
        return doors;
    }

    private static void add(List<PortalDoor> doors, RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        String consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(MediaType::toString)
                .findFirst()
                .orElse("");
        for (RequestMethod method : methods.isEmpty() ? EnumSet.of(RequestMethod.GET) : methods) {
            for (PathPattern pattern : info.getPatternsCondition().getPatterns()) {
                boolean page = method == RequestMethod.GET
                        && handler.getBeanType().getPackageName().equals(PAGES)
                        && !pattern.getPatternString().matches(".*\\.\\w+");
                doors.add(new PortalDoor(method.asHttpMethod(), pattern, consumes, page));
            }
        }
    }

    /** Path with its variables, e.g. {@code /s/{x}}. */
    public String path() {
        return pattern.getPatternString();
    }

    /** Whether an address, with or without a query, leads through this door, and through none with fewer variables. */
    public boolean leads(HttpMethod asked, String address, List<PortalDoor> doors) {
        PathContainer path = PathContainer.parsePath(address.replaceFirst("\\?.*", ""));
        return doors.stream()
                .filter(door -> door.method.equals(asked) && door.pattern.matches(path))
                .min(Comparator.comparing(PortalDoor::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .filter(this::equals)
                .isPresent();
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
