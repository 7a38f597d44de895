// One request, described before it is sent. Its body is bytes, so that the length is known and nothing is chunked.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CloudSigma.Sdk.Core.Http;

/// <summary>One request to the API: what it is, where it goes, and its JSON body.</summary>
public sealed class ApiRequest
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private ApiRequest(string? operationId, HttpMethod method, string relativeUri, byte[]? body, RequestSafety safety)
    {
        OperationId = operationId;
        Method = method;
        RelativeUri = relativeUri;
        Body = body;
        Safety = safety;
        var query = relativeUri.IndexOf('?', StringComparison.Ordinal);
        Path = query < 0 ? relativeUri : relativeUri[..query];
    }

    /// <value>The id of the documented operation; null for requests that the SDK does not model.</value>
    public string? OperationId { get; }

    /// <value>The HTTP method.</value>
    public HttpMethod Method { get; }

    /// <value>Path and query relative to the endpoint, without a leading slash.</value>
    public string RelativeUri { get; }

    /// <value>The path without query, relative to the endpoint.</value>
    public string Path { get; }

    /// <value>Whether the request may be sent again.</value>
    public RequestSafety Safety { get; }

    /// <value>The JSON body as UTF-8; null when there is none.</value>
    internal byte[]? Body { get; }

    /// <value>Whether the names of members in both bodies are the user's own, so that no value is known to be harmless.</value>
    internal bool HasFreeMaps { get; private set; }

    /// <summary>Describes a GET.</summary>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="relativeUri">Path and query relative to the endpoint.</param>
    /// <returns>The request.</returns>
    public static ApiRequest Get(string operationId, string relativeUri) => new(operationId, HttpMethod.Get, relativeUri, null, RequestSafety.Idempotent);

    /// <summary>Describes a DELETE.</summary>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="relativeUri">Path and query relative to the endpoint.</param>
    /// <returns>The request.</returns>
    public static ApiRequest Delete(string operationId, string relativeUri) => new(operationId, HttpMethod.Delete, relativeUri, null, RequestSafety.Idempotent);

    /// <summary>Describes a DELETE of several objects, which its body names.</summary>
    /// <typeparam name="T">Type of the body.</typeparam>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="relativeUri">Path and query relative to the endpoint.</param>
    /// <param name="body">The body.</param>
    /// <param name="bodyType">How the body is written.</param>
    /// <returns>The request.</returns>
    public static ApiRequest Delete<T>(string operationId, string relativeUri, T body, JsonTypeInfo<T> bodyType) =>
        new(operationId, HttpMethod.Delete, relativeUri, JsonSerializer.SerializeToUtf8Bytes(body, bodyType), RequestSafety.Idempotent);

    /// <summary>Describes an OPTIONS.</summary>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="relativeUri">Path and query relative to the endpoint.</param>
    /// <returns>The request.</returns>
    public static ApiRequest Options(string operationId, string relativeUri) => new(operationId, HttpMethod.Options, relativeUri, null, RequestSafety.Idempotent);

    /// <summary>Describes a PUT.</summary>
    /// <typeparam name="T">Type of the body.</typeparam>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="relativeUri">Path and query relative to the endpoint.</param>
    /// <param name="body">The body.</param>
    /// <param name="bodyType">How the body is written.</param>
    /// <returns>The request.</returns>
    public static ApiRequest Put<T>(string operationId, string relativeUri, T body, JsonTypeInfo<T> bodyType) =>
        new(operationId, HttpMethod.Put, relativeUri, JsonSerializer.SerializeToUtf8Bytes(body, bodyType), RequestSafety.Idempotent);

    /// <summary>Describes a POST.</summary>
    /// <typeparam name="T">Type of the body.</typeparam>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="relativeUri">Path and query relative to the endpoint.</param>
    /// <param name="body">The body.</param>
    /// <param name="bodyType">How the body is written.</param>
    /// <param name="safety">Whether the request may be sent again; a create may not, which is the default.</param>
    /// <returns>The request.</returns>
    public static ApiRequest Post<T>(string operationId, string relativeUri, T body, JsonTypeInfo<T> bodyType, RequestSafety safety = RequestSafety.Once) =>
        new(operationId, HttpMethod.Post, relativeUri, JsonSerializer.SerializeToUtf8Bytes(body, bodyType), safety);

    /// <summary>Describes a POST with an empty object: actions need a body even when there is nothing to say (guide 4).</summary>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="relativeUri">Path and query relative to the endpoint.</param>
    /// <param name="safety">Whether the request may be sent again; it may not by default.</param>
    /// <returns>The request.</returns>
    public static ApiRequest Post(string operationId, string relativeUri, RequestSafety safety = RequestSafety.Once) =>
        new(operationId, HttpMethod.Post, relativeUri, EmptyObject, safety);

    /// <summary>Says that both bodies are maps with names of the user's own: nothing of them is logged or shown in errors.</summary>
    /// <returns>This request.</returns>
    internal ApiRequest WithFreeMaps()
    {
        HasFreeMaps = true;
        return this;
    }

    /// <summary>Describes a request whose body, or the body of whose answer, are bytes; the pipeline of JSON does not send it.</summary>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path as logs and errors show it, without secrets.</param>
    /// <param name="safety">Whether the request may be sent again.</param>
    internal static ApiRequest Bytes(string operationId, HttpMethod method, string path, RequestSafety safety) => new(operationId, method, path, null, safety);

    /// <summary>Describes a request that the SDK does not model.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="relativeUri">Path and query relative to the endpoint.</param>
    /// <param name="jsonBody">The JSON body as UTF-8; null for none.</param>
    /// <returns>The request.</returns>
    public static ApiRequest Custom(HttpMethod method, string relativeUri, byte[]? jsonBody)
    {
        ArgumentNullException.ThrowIfNull(method);
        var isIdempotent = method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Put || method == HttpMethod.Delete;
        return new ApiRequest(null, method, relativeUri, jsonBody, isIdempotent ? RequestSafety.Idempotent : RequestSafety.Once);
    }
}
