package dev.quintet.operations;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one budget of write buffers for all stores of the process, so that memory does not grow with the
 * number of partitions and window segments.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long BLOCK_CACHE_BYTES = 256L << 20;
    private static final long WRITE_BUFFERS_BYTES = 128L << 20;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(BLOCK_CACHE_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);

    private final BloomFilter bloomFilter = new BloomFilter();

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        // Most windows that are looked for do not exist; the filter says so without reading a block.
        table.setFilterPolicy(bloomFilter);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        bloomFilter.close();
    }
}
