package dev.quintet.domain.shipping;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import java.util.List;

/** A command to shipping: have an order delivered to its customer, whose address shipping knows. */
public record ShippingCommand(CommandHead head, String outletId, List<OrderLine> lines) {}
