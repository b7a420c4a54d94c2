package org.chengxin;

import org.springframework.test.context.TestPropertySource;

/** A portal apart for tests that import, correct or withdraw: those of {@link PortalTest} meet the seed as it was. */
@TestPropertySource(properties = "test.portal=changed")
public abstract class ChangedPortalTest extends PortalTest {}
