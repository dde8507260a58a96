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
        var customer = new Customer(
                record.getCustomerId(),
                SharedCodecs.name(record.getName()),
                record.getEmail(),
                record.getPhone(),
                SharedCodecs.name(record.getAddress()),
                record.getRegion());
        if (!customer.fits()) {
            throw new PoisonRecordException(
                    "email, phone, region and customerId must have no more than " + Customer.TEXT_MAX + " characters");
        }
        return customer;
    }
}
