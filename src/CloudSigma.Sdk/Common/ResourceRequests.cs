// The requests that the clients of the resources send alike.
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

/// <summary>Lists, reads, creates, replaces and deletes objects of one kind. Each client offers what its resource has, and checks what it sends.</summary>
/// <param name="pipeline">What sends the requests.</param>
/// <param name="area">The first part of the ids of the operations, such as <c>drives</c>.</param>
/// <param name="path">The path of the resource, such as <c>drives/</c>.</param>
/// <param name="type">How an object is read and written.</param>
/// <param name="key">The uuid of an object.</param>
internal sealed class ResourceRequests<T>(ApiPipeline pipeline, string area, string path, JsonTypeInfo<T> type, Func<T, Guid> key) where T : notnull
{
    // Made once, for a request should not have to put the id of its operation together.
    private readonly string _list = $"{area}-list";
    private readonly string _listDetail = $"{area}-list-detail";
    private readonly string _detailPath = $"{path}detail/";
    private readonly string _get = $"{area}-get";
    private readonly string _update = $"{area}-update";
    private readonly string _delete = $"{area}-delete";

    /// <summary>The list, of a resource whose list has all members.</summary>
    public Pageable<T> List(string? query, CancellationToken cancellationToken) =>
        pipeline.List(new ListRequest<T, Guid>(_list, path, type, key) { Query = query ?? "" }, cancellationToken);

    /// <summary>The list with all members, of a resource that has a brief one too.</summary>
    public Pageable<T> ListDetail(string? query, CancellationToken cancellationToken) =>
        pipeline.List(new ListRequest<T, Guid>(_listDetail, _detailPath, type, key) { Query = query ?? "" }, cancellationToken);

    /// <summary>The brief list.</summary>
    public Pageable<TSummary> ListSummaries<TSummary>(
        JsonTypeInfo<TSummary> summaryType, Func<TSummary, Guid> summaryKey, string? query, CancellationToken cancellationToken) =>
        pipeline.List(new ListRequest<TSummary, Guid>(_list, path, summaryType, summaryKey) { Query = query ?? "" }, cancellationToken);

    public Task<T> GetAsync(Guid uuid, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get(_get, PathOf(uuid)), type, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken) =>
        pipeline.GetSchemaAsync($"{area}-schema", $"{path}schema/", cancellationToken);

    /// <summary>Creates several objects with one request. None sends nothing.</summary>
    /// <param name="creation">How objects of the kind are created.</param>
    /// <param name="asked">The definitions, checked.</param>
    /// <param name="name">Name of the parameter that the definitions came in.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The objects in the order of the definitions.</returns>
    public async Task<IReadOnlyList<T>> CreateManyAsync<TNew>(
        Creation<T, TNew> creation, IReadOnlyList<TNew> asked, string name, CancellationToken cancellationToken)
    {
        if (asked.Count == 0) return [];
        var body = new ObjectsBody<TNew>([.. asked.Select(a => creation.Body(a, name))]);
        var request = ApiRequest.Post($"{area}-create", path + creation.Query?.Invoke(asked), body, creation.BodyType);
        return await SendCreateAsync(creation, request, asked, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates one object with a request that has its definition alone, without the envelope.</summary>
    public async Task<T> CreateBareAsync<TNew>(
        Creation<T, TNew> creation, TNew asked, JsonTypeInfo<TNew> askedType, string name, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Post($"{area}-create", path, creation.Body(asked, name), askedType);
        return (await SendCreateAsync(creation, request, [asked], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Sends an object back that was read.</summary>
    public Task<T> UpdateAsync(Guid uuid, T value, CancellationToken cancellationToken) => UpdateAsync(uuid, value, type, cancellationToken);

    /// <summary>Replaces the definition of an object.</summary>
    public Task<T> UpdateAsync<TBody>(Guid uuid, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken) =>
        pipeline.SendAsync(ApiRequest.Put(_update, PathOf(uuid), body, bodyType), type, cancellationToken);

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken) => DeleteAsync(uuid, "", cancellationToken);

    /// <summary>Deletes an object with a request that has parameters, with a question mark in front.</summary>
    public Task DeleteAsync(Guid uuid, string query, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Delete(_delete, PathOf(uuid) + query), cancellationToken);
    }

    /// <summary>Deletes what may be gone already.</summary>
    /// <returns>Whether it was there.</returns>
    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken) => Deletion.IfExistsAsync(() => DeleteAsync(uuid, cancellationToken));

    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken) => DeleteManyAsync(uuids, "", cancellationToken);

    /// <summary>Deletes several objects with one request that has parameters, with a question mark in front.</summary>
    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, string query, CancellationToken cancellationToken) =>
        pipeline.DeleteManyAsync($"{area}-delete-bulk", _list, path, query, uuids, cancellationToken);

    private string PathOf(Guid uuid) => $"{path}{uuid:D}/";

    private Task<IReadOnlyList<T>> SendCreateAsync<TNew>(
        Creation<T, TNew> creation, ApiRequest request, IReadOnlyList<TNew> asked, CancellationToken cancellationToken) =>
        ClientToken.CreateAsync(
            () => pipeline.SendCreateAsync(request, asked.Count, type, key, cancellationToken),
            [.. asked.Select(creation.Token)],
            () => creation.Find(this, asked, cancellationToken),
            creation.Meta);
}
