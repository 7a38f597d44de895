// The client of the SDK as an application makes it, with the list options that a benchmark wants.
namespace CloudSigma.Sdk.Benchmarks;

internal static class SdkClient
{
    public const string Username = "user@example.com";
    public const string Password = "secret";

    public static CloudSigmaClient Create(Uri endpoint, int pageSize = 100, bool prefetchPages = true) => new(new CloudSigmaClientOptions
    {
        Endpoint = endpoint,
        Credential = CloudSigmaCredential.Basic(Username, Password),
        PageSize = pageSize,
        PrefetchPages = prefetchPages,
        // The limiter takes part in every call, but a benchmark sends more in a minute than the API allows.
        RateLimits = new RateLimits { GetPerMinute = int.MaxValue },
    });
}
