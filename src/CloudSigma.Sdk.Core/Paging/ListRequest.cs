// What is listed: path, filter, how an object is read, and what identifies it.
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Paging;

/// <summary>Describes a list of the API.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <typeparam name="TKey">Type of their ids.</typeparam>
/// <param name="OperationId">The id of the operation.</param>
/// <param name="Path">The path relative to the endpoint, ending with a slash.</param>
/// <param name="ElementType">How one object is read.</param>
/// <param name="Key">The id of an object; objects with the same id are yielded once.</param>
public sealed record ListRequest<T, TKey>(string OperationId, string Path, JsonTypeInfo<T> ElementType, Func<T, TKey> Key) where TKey : notnull
{
    /// <value>The filter as a query without question mark; empty for none.</value>
    public string Query { get; init; } = "";

    /// <summary>The request for a part of the list. An offset of 0 is the default of the API and is not written.</summary>
    internal ApiRequest ForPart(int offset, int limit) => ApiRequest.Get(OperationId, string.Create(
        CultureInfo.InvariantCulture,
        $"{Path}?{Query}{(Query.Length == 0 ? "" : "&")}limit={limit}{(offset == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"&offset={offset}"))}"));
}
