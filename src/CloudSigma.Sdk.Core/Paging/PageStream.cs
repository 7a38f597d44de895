// One list answer that is still arriving.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Paging;

/// <summary>Owns an answer and reads objects from it. The deadline runs only while bytes are waited for.</summary>
internal sealed class PageStream<T>(
    ApiPipeline pipeline, ApiRequest request, HttpResponseMessage response, Stream stream, JsonTypeInfo<T> elementType, Deadline deadline, CancellationToken caller)
    : IDisposable
{
    private readonly JsonPageParser<T> _parser = new(elementType);
    private int _count;

    /// <summary>What the answer says about itself, once that part has arrived.</summary>
    public PageMeta? Meta => _parser.Meta;

    /// <summary>The next object, if all of it is there.</summary>
    /// <exception cref="InvalidResponseException">The JSON is malformed, or an object is not what it should be.</exception>
    public ReadResult TryRead(out T? item)
    {
        try
        {
            var result = _parser.TryRead(out item);
            if (result == ReadResult.Item) _count++;
            return result;
        }
        catch (JsonException e)
        {
            throw pipeline.NotUnderstood(request, response, _parser.Unparsed, $"after {_count} objects: {e.Message.TrimEnd('.')}", e);
        }
    }

    /// <summary>Waits for more bytes.</summary>
    /// <exception cref="CloudSigmaConnectionException">The body broke off.</exception>
    /// <exception cref="CloudSigmaTimeoutException">Nothing came within the deadline.</exception>
    public async ValueTask FillAsync()
    {
        var read = await ReadAsync(_parser.GetMemory()).ConfigureAwait(false);
        if (read == 0) throw new CloudSigmaConnectionException($"{pipeline.Describe(request)}: the list broke off after {_count} objects.");
        _parser.Advance(read);
    }

    /// <summary>Reads past the end of the JSON, so that the connection can be used again.</summary>
    public async ValueTask CompleteAsync()
    {
        try
        {
            await ReadAsync(_parser.GetMemory()).ConfigureAwait(false);
        }
        catch (CloudSigmaException)
        {
            // All objects are here. What breaks or stalls after them costs no more than the connection.
            return;
        }
    }

    public void Dispose()
    {
        _parser.Dispose();
        stream.Dispose();
        response.Dispose();
        deadline.Dispose();
    }

    private async ValueTask<int> ReadAsync(Memory<byte> memory)
    {
        deadline.Restart();
        try
        {
            return await stream.ReadAsync(memory, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (ApiPipeline.IsTransportFailure(e))
        {
            throw pipeline.Translate(e, request, deadline, caller);
        }
        finally
        {
            deadline.Pause();
        }
    }
}
