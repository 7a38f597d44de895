// An image in one request (guide 24).
using System.Security.Cryptography;
using System.Text;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;
using CloudSigma.Sdk.Core.Transfers.Sources;

namespace CloudSigma.Sdk;

internal sealed class RawUpload(ApiPipeline pipeline, ResourceRequests<Drive> requests, TransferHosts hosts, FinishUpload finish)
{
    /// <summary>Bodies from here on wait for the server, so that one it refuses is not sent.</summary>
    private const long WorthAsking = 1 << 20;

    /// <summary>Bytes of the parts in which the drive is compared.</summary>
    private const long PartSize = 8L << 20;

    private static readonly ApiRequest Description = ApiRequest.Bytes("upload-raw", HttpMethod.Post, "drives/upload/", RequestSafety.Once);

    public async Task<Drive> RunAsync(UploadRun upload, CancellationToken cancellationToken)
    {
        var plan = new ChunkPlan(upload.Reader.Length, PartSize);
        using var checksums = new PartChecksums(plan, UploadVerifier.ChecksumsFor(upload.Reader, plan, upload.Options));
        var uuid = await SendAsync(upload, checksums, cancellationToken).ConfigureAwait(false);
        try
        {
            upload.Meter.Report();
            var drive = await requests.GetAsync(uuid, cancellationToken).ConfigureAwait(false);
            return await finish(upload, drive, plan, checksums.Values, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await HalfDrive.DeleteAsync(pipeline, requests, uuid, e).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Guid> SendAsync(UploadRun upload, PartChecksums checksums, CancellationToken cancellationToken)
    {
        var (reader, options, meter) = (upload.Reader, upload.Options, upload.Meter);
        var client = await hosts.FindUploadHostAsync(cancellationToken).ConfigureAwait(false);
        var pace = new RetryPace(pipeline.Options, Description);
        meter.Begin(TransferStage.Transferring, reader.Length);
        while (true)
        {
            SegmentContent? content = null;
            using var deadline = new Deadline(options.StallTimeout, pipeline.Options.TimeProvider, cancellationToken);
            var request = new TransferRequest(Description, new Uri(client.Endpoint, "drives/upload/"))
            {
                ExpectsContinue = reader.Length >= WorthAsking,
                Content = () =>
                {
                    meter.Add(-(content?.Sent ?? 0));
                    return content = new SegmentContent(
                        reader, token => reader.OpenAsync(0, token), reader.Length, meter, deadline, pipeline.Options.TotalTimeout, checksums.IsNeeded ? checksums.Append : null);
                },
            };
            try
            {
                using var response = await client.SendAsync(request, deadline, cancellationToken).ConfigureAwait(false);
                return await ReadUuidAsync(response, client, deadline, cancellationToken).ConfigureAwait(false);
            }
            catch (CloudSigmaException e) when (e is not TransferException && content is not { Sent: > 0 })
            {
                // A create is sent again only when it never left.
                if (!await pace.WaitAsync(e, 0, cancellationToken).ConfigureAwait(false)) throw;
                meter.Retry(0);
            }
            catch (Exception e) when (content?.Sent == reader.Length && e is OperationCanceledException or CloudSigmaApiException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError })
            {
                // The answer would have named the drive; one of a proxy says nothing about it.
                HalfDrive.MayBeLeft(pipeline, e, upload.Name, reader.Length);
                throw;
            }
            catch (CloudSigmaConnectionException e)
            {
                throw new CloudSigmaConnectionException(Explain(e, content, reader.Length), e);
            }
            catch (CloudSigmaTimeoutException e)
            {
                throw new CloudSigmaTimeoutException(Explain(e, content, reader.Length), e);
            }
        }
    }

    private static string Explain(CloudSigmaException e, SegmentContent? content, long length) =>
        FormattableString.Invariant($"{e.Message} {content?.Sent ?? 0} of {length} bytes were sent. ")
        + (content?.Sent == length
            ? "All of them may have arrived, so that there may be a drive: look for the newest one in the list before you send it again."
            : "A raw upload is a create and is not sent again by itself; UploadStrategy.ChunkLinks goes on where a connection breaks.");

    /// <summary>The answer is the uuid as text.</summary>
    private static async Task<Guid> ReadUuidAsync(HttpResponseMessage response, TransferClient client, Deadline deadline, CancellationToken cancellationToken)
    {
        var text = new byte[512];
        try
        {
            deadline.Restart();
            var stream = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var length = await stream.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, deadline.Token).ConfigureAwait(false);
                if (Guid.TryParse(Encoding.UTF8.GetString(text, 0, length).Trim(' ', '\r', '\n', '\t', '"'), out var uuid) && uuid != Guid.Empty) return uuid;
            }
        }
        catch (Exception e) when (ApiPipeline.IsTransportFailure(e))
        {
            throw client.Translate(e, Description, deadline, cancellationToken);
        }

        throw new InvalidResponseException(
            $"{client.Describe(Description)} took the image, but its answer is not the uuid of the drive. The drive may exist and cost money; look for the newest one in the list.");
    }

    /// <summary>The checksums of the parts of a stream that is seen once.</summary>
    private sealed class PartChecksums(ChunkPlan plan, byte[][]? values) : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _index;
        private long _inPart;

        public byte[][]? Values => values;

        public bool IsNeeded => values is not null;

        public void Append(ReadOnlyMemory<byte> bytes)
        {
            while (!bytes.IsEmpty && values is not null)
            {
                var next = bytes[..(int)Math.Min(bytes.Length, plan[_index].Length - _inPart)];
                _hash.AppendData(next.Span);
                _inPart += next.Length;
                bytes = bytes[next.Length..];
                if (_inPart < plan[_index].Length) continue;
                values[_index++] = _hash.GetHashAndReset();
                _inPart = 0;
            }
        }

        public void Dispose() => _hash.Dispose();
    }
}
