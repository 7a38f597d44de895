// The declaration of one "?do=" action of an object.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal sealed record ActionDefinition(string Name, Func<RequestContext, Document, JsonObject, ApiResponse> Run)
{
    /// <summary>The query parameters beside <c>do</c>.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>The right that the action needs on an object of somebody else.</summary>
    public string Right { get; init; } = ActionNames.NeededRight(Name);

    /// <summary>The action of its entry in the audit log.</summary>
    public string AuditName { get; init; } = ActionNames.InAuditLog(Name);

    /// <summary>There is an entry in the audit log.</summary>
    public bool Audited { get; init; } = true;

    /// <summary>The members that the body may have; null means that the body may be a whole object.</summary>
    public IReadOnlyList<string>? Members { get; init; } = [];

    /// <summary>May be used on objects of the public library, which nobody owns.</summary>
    public bool OnLibrary { get; init; }
}
