// What the creates of a resource have of their own.
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

/// <summary>How objects of one kind are created, and found when the answer to that is lost.</summary>
/// <param name="BodyType">How the definitions are written.</param>
/// <param name="Body">A definition as it is sent, with its client token in the meta; the text is the name of the parameter that it came in.</param>
/// <param name="Token">The client token of a definition; null for none.</param>
/// <param name="Meta">The meta of an object.</param>
/// <param name="Find">Lists the objects that may be the created ones, with their meta.</param>
internal sealed record Creation<T, TNew>(
    JsonTypeInfo<ObjectsBody<TNew>> BodyType,
    Func<TNew, string, TNew> Body,
    Func<TNew, string?> Token,
    Func<T, IReadOnlyDictionary<string, string>> Meta,
    Func<ResourceRequests<T>, IReadOnlyList<TNew>, CancellationToken, Pageable<T>> Find) where T : notnull
{
    /// <summary>The query of the request with a question mark in front; null when it never has one.</summary>
    public Func<IReadOnlyList<TNew>, string>? Query { get; init; }
}
