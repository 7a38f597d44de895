// The text from which an operation can be resumed: kind, object, and what else the operation is about.
using System.Globalization;

namespace CloudSigma.Sdk;

/// <param name="Kind">What is done, e.g. <c>drives-clone</c>.</param>
/// <param name="Uuid">The object.</param>
/// <param name="Other">The job, or another object that takes part; null for none.</param>
internal readonly record struct OperationId(string Kind, Guid Uuid, Guid? Other = null)
{
    // Without colons, which part the id.
    private const string MomentFormat = "yyyyMMdd'T'HHmmss.fffffff'Z'";

    /// <summary>The size that the object is to get; null for operations of another kind.</summary>
    public ByteSize? Size { get; init; }

    /// <summary>A moment that the end of the operation depends on; null for operations of another kind.</summary>
    public DateTimeOffset? Moment { get; init; }

    public static OperationId Parse(string operationId, params IReadOnlyList<string> kinds)
    {
        var parts = operationId.Split(':');
        if (parts.Length is 2 or 3 && kinds.Contains(parts[0]) && Guid.TryParse(parts[1], out var uuid))
        {
            var id = new OperationId(parts[0], uuid);
            if (parts.Length == 2) return id;
            if (Guid.TryParse(parts[2], out var other)) return id with { Other = other };
            if (DateTimeOffset.TryParseExact(parts[2], MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return id with { Moment = moment };
            if (long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)) return id with { Size = new ByteSize(bytes) };
        }

        throw new ArgumentException(
            $"'{operationId}' is not the id of an operation of this client. It has the form '{kinds[0]}:<uuid>'; take it from Operation.Id.", nameof(operationId));
    }

    public override string ToString()
    {
        var tail = Other is { } other ? other.ToString("D")
            : Size is { } size ? size.Bytes.ToString(CultureInfo.InvariantCulture)
            : Moment?.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);
        return $"{Kind}:{Uuid:D}{(tail is null ? "" : ":" + tail)}";
    }
}
