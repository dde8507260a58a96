package dev.quintet.wire;

import dev.quintet.domain.shipping.Customer;

final class CustomerCodec implements Codec<Customer, dev.quintet.wire.avro.Customer> {
    @Override
    public dev.quintet.wire.avro.Customer toAvro(Customer customer) {
        return new dev.quintet.wire.avro.Customer(
                customer.customerId(),
                customer.name(),
                customer.email(),
                customer.phone(),
                customer.address(),
                customer.region());
    }

    @Override
    public Customer toDomain(dev.quintet.wire.avro.Customer record) {
        return new Customer(
                record.getCustomerId(),
                record.getName(),
                record.getEmail(),
                record.getPhone(),
                record.getAddress(),
                record.getRegion());
    }
}
