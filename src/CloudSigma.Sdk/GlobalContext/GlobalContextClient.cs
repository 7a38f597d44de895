// The global context over HTTP.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk;

internal sealed class GlobalContextClient(ApiPipeline pipeline) : IGlobalContextClient
{
    public Task<IReadOnlyDictionary<string, string>> GetAsync(CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(ApiRequest.Get("global-context-get", "global_context/").WithFreeMaps(), SdkJson.Context.IReadOnlyDictionaryStringString, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> SetAsync(IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (key, value) in values)
        {
            if (key.Length == 0) throw new ArgumentException("A key of the global context is empty.", nameof(values));
            Guard.Text(key, "key", nameof(values));
            if (value is null) throw new ArgumentException($"The value of the key '{key}' is null. Remove the key, or use an empty text.", nameof(values));
            Guard.Secret(value, $"value of the key '{key}'", nameof(values));
        }

        // It replaces the map, as a PUT would.
        var request = ApiRequest.Post("global-context-set", "global_context/", values, SdkJson.Context.IReadOnlyDictionaryStringString, RequestSafety.Idempotent);
        return pipeline.SendAsync(request.WithFreeMaps(), SdkJson.Context.IReadOnlyDictionaryStringString, cancellationToken);
    }
}
