// From what an upload can be resumed.
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk;

/// <summary>What an upload needs to be resumed, perhaps in another process. It holds no secret.</summary>
public sealed record UploadTicket
{
    /// <value>Uuid of the drive that is being uploaded.</value>
    [JsonPropertyName("drive")]
    public required Guid Drive { get; init; }

    /// <value>The base address of the API that has the drive.</value>
    [JsonPropertyName("endpoint")]
    public required Uri Endpoint { get; init; }

    /// <value>Bytes of the image; of its contents when the source is compressed.</value>
    [JsonPropertyName("length")]
    public required long Length { get; init; }

    /// <value>Bytes of a chunk.</value>
    [JsonPropertyName("chunk_size")]
    public required long ChunkSize { get; init; }

    /// <value>The protocol: <see cref="UploadStrategy.ChunkLinks"/> or <see cref="UploadStrategy.Resumable"/>.</value>
    [JsonPropertyName("strategy"), JsonConverter(typeof(JsonStringEnumConverter<UploadStrategy>))]
    public required UploadStrategy Strategy { get; init; }

    /// <value>When the source was written to; null when that is not known. A source with another time is not the same.</value>
    [JsonPropertyName("source_modified")]
    public DateTimeOffset? SourceModified { get; init; }

    /// <value>First chunks, and chunks behind the last, of the runs that have arrived, in turns; counted from 0. The server is asked about all others.</value>
    [JsonPropertyName("done")]
    public IReadOnlyList<long> Done { get; init; } = [];

    /// <summary>Reads a ticket.</summary>
    /// <param name="json">The text of <see cref="ToJson"/>.</param>
    /// <returns>The ticket.</returns>
    /// <exception cref="ArgumentException">The text is no ticket.</exception>
    public static UploadTicket FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            if (JsonSerializer.Deserialize(json, TicketJson.Default.UploadTicket) is { } ticket && ticket.FindFault() is not { }) return ticket;
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The text is not the ticket of an upload: {e.Message}", nameof(json), e);
        }

        throw new ArgumentException("The text is not the ticket of an upload.", nameof(json));
    }

    /// <summary>Reads a ticket from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The ticket.</returns>
    /// <exception cref="ArgumentException">The file has no ticket.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static UploadTicket Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            return FromJson(File.ReadAllText(path));
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"The file '{path}' is not the ticket of an upload. Delete it to upload from the beginning.", nameof(path), e);
        }
    }

    /// <summary>Writes the ticket as text.</summary>
    /// <returns>JSON of a few lines.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, TicketJson.Default.UploadTicket);

    /// <summary>Writes the ticket to a file, in one step, so that the file is never half.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, TicketJson.Default.UploadTicket));
    }

    private string? FindFault() =>
        Drive == Guid.Empty || Length <= 0 || ChunkSize <= 0 || Strategy is not (UploadStrategy.ChunkLinks or UploadStrategy.Resumable) || Endpoint is not { IsAbsoluteUri: true }
        || Done is null || Done.Count % 2 != 0
            ? "a value that no ticket has"
            : null;
}
