package dev.quintet.http;

/** Bodies that are right, to be spoilt one part at a time. */
final class Bodies {
    static final String ORDER = """
            {"orderId":"o-1","customerId":"alice","promotionId":"burger-day","outletId":"akaso-1",\
            "lines":[{"itemId":"classic","quantity":2}],"payment":{"method":"tok_ok"}}""";

    static final String ORDER_WITHOUT_ID = ORDER.replace("\"orderId\":\"o-1\",", "");

    static final String PROMOTION = """
            {"name":"Burger day","discountPercent":70,\
            "limits":[{"max":5,"unit":"ORDERS","window":"ROLLING(24h)"}]}""";

    static final String ITEM = """
            {"name":"Classic burger","price":{"amountMinor":890,"currency":"EUR"}}""";

    private Bodies() {}
}
