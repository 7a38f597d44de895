// What a download that was broken off knows about its file.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Transfers.Targets;

/// <summary>The file <c>.part.json</c> beside a partial download. It never claims more than is in the other file.</summary>
internal sealed record PartState
{
    [JsonPropertyName("version")]
    public int Version { get; init; } = 1;

    /// <value>What is downloaded, by its address.</value>
    [JsonPropertyName("of")]
    public required string Of { get; init; }

    [JsonPropertyName("length")]
    public required long Length { get; init; }

    /// <value>The version that the server named; null where it names none.</value>
    [JsonPropertyName("etag")]
    public string? ETag { get; init; }

    /// <value>Starts and ends of what is there, in turns.</value>
    [JsonPropertyName("done")]
    public required IReadOnlyList<long> Done { get; init; }

    /// <summary>Reads a state; null when there is none, or it cannot be understood.</summary>
    public static PartState? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, TransferJson.Default.PartState) is { Version: 1 } state && state.IsPossible() ? state : null;
        }
        catch (JsonException)
        {
            // Half a state says nothing; the download begins again.
            return null;
        }
    }

    /// <summary>Whether the numbers are those of a state: pairs, in order, within the file.</summary>
    private bool IsPossible()
    {
        if (Of is null || Done is null || Done.Count % 2 != 0) return false;
        var last = 0L;
        foreach (var number in Done)
        {
            if (number < last || number > Length) return false;
            last = number;
        }

        return true;
    }

    /// <summary>Replaces the file in one step, so that nobody ever sees half of it.</summary>
    public void Write(string path) => AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, TransferJson.Default.PartState));
}
