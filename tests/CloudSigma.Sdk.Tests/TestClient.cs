// Clients on a fake handler.
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests;

internal static class TestClient
{
    public static readonly Guid Uuid = new("3d504199-6bac-4612-a19e-691c9c6c6728");

    public static CloudSigmaClientOptions Options() => new()
    {
        Endpoint = new Uri("http://127.0.0.1:8010/api/2.0/"),
        Credential = CloudSigmaCredential.Basic("user@example.com", "secret"),
        Retry = new RetryOptions { MaxRetries = 0 },
    };

    public static CloudSigmaClient Create(HttpMessageHandler handler, Action<CloudSigmaClientOptions>? change = null)
    {
        var options = Options();
        change?.Invoke(options);
        return new CloudSigmaClient(options, new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });
    }

    public static CloudSigmaClient Create(HttpMessageHandler handler, ManualTimeProvider time) => Create(handler, o => o.TimeProvider = time);
}
