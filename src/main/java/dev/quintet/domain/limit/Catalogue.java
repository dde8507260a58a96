package dev.quintet.domain.limit;

import dev.quintet.domain.order.MenuItem;
import java.util.List;

/** What is published beside the orders, for those who want to see all of it. */
public interface Catalogue extends ReferenceData {

    /** All promotions, by their ids. */
    List<Promotion> promotions();

    /** The whole menu, by its ids. */
    List<MenuItem> items();
}
