// The text from which an operation can be resumed: kind, object and job.
namespace CloudSigma.Sdk;

internal readonly record struct OperationId(string Kind, Guid Uuid, Guid? Job = null)
{
    public static OperationId Parse(string operationId, params IReadOnlyList<string> kinds)
    {
        var parts = operationId.Split(':');
        if (parts.Length is 2 or 3 && kinds.Contains(parts[0]) && Guid.TryParse(parts[1], out var uuid))
        {
            if (parts.Length == 2) return new OperationId(parts[0], uuid);
            if (Guid.TryParse(parts[2], out var job)) return new OperationId(parts[0], uuid, job);
        }

        throw new ArgumentException(
            $"'{operationId}' is not the id of an operation of this client. It has the form '{kinds[0]}:<uuid>'; take it from Operation.Id.", nameof(operationId));
    }

    public override string ToString() => Job is { } job ? $"{Kind}:{Uuid:D}:{job:D}" : $"{Kind}:{Uuid:D}";
}
