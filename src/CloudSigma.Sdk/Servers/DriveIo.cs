// I/O counters of a drive.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>I/O counters of an attached drive since the start of the server.</summary>
public sealed record DriveIo : ApiModel
{
    /// <summary>Bytes read.</summary>
    [JsonIgnore]
    public long BytesRead { get => _bytesRead.Value; init => _bytesRead = new(value); }
    [JsonInclude, JsonPropertyName("bytes_read")] internal Member<long> _bytesRead;

    /// <summary>Bytes written.</summary>
    [JsonIgnore]
    public long BytesWritten { get => _bytesWritten.Value; init => _bytesWritten = new(value); }
    [JsonInclude, JsonPropertyName("bytes_written")] internal Member<long> _bytesWritten;

    /// <summary>Number of flushes.</summary>
    [JsonIgnore]
    public long Flushes { get => _flushes.Value; init => _flushes = new(value); }
    [JsonInclude, JsonPropertyName("count_flush")] internal Member<long> _flushes;

    /// <summary>Number of reads.</summary>
    [JsonIgnore]
    public long Reads { get => _reads.Value; init => _reads = new(value); }
    [JsonInclude, JsonPropertyName("count_read")] internal Member<long> _reads;

    /// <summary>Number of writes.</summary>
    [JsonIgnore]
    public long Writes { get => _writes.Value; init => _writes = new(value); }
    [JsonInclude, JsonPropertyName("count_written")] internal Member<long> _writes;

    /// <summary>Time spent flushing, in nanoseconds.</summary>
    [JsonIgnore]
    public long FlushNanoseconds { get => _flushNanoseconds.Value; init => _flushNanoseconds = new(value); }
    [JsonInclude, JsonPropertyName("total_time_ns_flush")] internal Member<long> _flushNanoseconds;

    /// <summary>Time spent reading, in nanoseconds.</summary>
    [JsonIgnore]
    public long ReadNanoseconds { get => _readNanoseconds.Value; init => _readNanoseconds = new(value); }
    [JsonInclude, JsonPropertyName("total_time_ns_read")] internal Member<long> _readNanoseconds;

    /// <summary>Time spent writing, in nanoseconds.</summary>
    [JsonIgnore]
    public long WriteNanoseconds { get => _writeNanoseconds.Value; init => _writeNanoseconds = new(value); }
    [JsonInclude, JsonPropertyName("total_time_ns_write")] internal Member<long> _writeNanoseconds;
}
