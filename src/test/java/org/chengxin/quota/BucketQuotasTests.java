package org.chengxin.quota;

class BucketQuotasTests extends QuotasContract {

    private final Quotas quotas = new BucketQuotas(100, time);

    @Override
    Quotas quotas() {
        return quotas;
    }
}
