/** Apache Kafka as one node that is controller and broker at once. */
package io.casewire.servers.kafka;
