using System.IO.Compression;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Http;

public static class PipelineTests
{
    private const string Item = """{"uuid":"00000001-0000-0000-0000-000000000000","name":"a"}""";

    private static ApiPipeline Pipeline(FakeHandler handler, Func<ApiPipelineOptions, ApiPipelineOptions>? change = null)
    {
        var options = new ApiPipelineOptions { Endpoint = new Uri("http://127.0.0.1:8010/api/2.0/"), Retry = new RetryOptions { MaxRetries = 0 } };
        return new ApiPipeline(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, change?.Invoke(options) ?? options);
    }

    private static Task<TestItem> GetAsync(FakeHandler handler, Func<ApiPipelineOptions, ApiPipelineOptions>? change = null, CancellationToken token = default) =>
        Pipeline(handler, change).SendAsync(ApiRequest.Get("items-get", "items/1/"), TestJson.Context.TestItem, token);

    public class Requests
    {
        [Fact]
        public async Task A_request_carries_the_headers_of_the_api()
        {
            var handler = new FakeHandler(Item);
            await Pipeline(handler, o => o with { Credential = CloudSigmaCredential.Basic("user.email@domain.tld", "pass123"), UserAgent = "app/1 CloudSigma.Sdk/9" })
                .SendAsync(ApiRequest.Put("items-update", "items/1/", new TestItem { Name = "b" }, TestJson.Context.TestItem), TestJson.Context.TestItem, default);

            var request = Assert.Single(handler.Requests);
            Assert.Equal("PUT", request.Method);
            Assert.Equal("http://127.0.0.1:8010/api/2.0/items/1/", request.Uri.AbsoluteUri);
            Assert.Equal("Basic dXNlci5lbWFpbEBkb21haW4udGxkOnBhc3MxMjM=", request.Headers["Authorization"]);
            Assert.Equal("application/json", request.Headers["Accept"]);
            Assert.Equal("app/1 CloudSigma.Sdk/9", request.Headers["User-Agent"]);
            Assert.Equal("""{"name":"b"}""", request.Body);
        }

        [Fact]
        public async Task A_post_without_a_body_sends_an_empty_object()
        {
            var handler = new FakeHandler(Item);
            await Pipeline(handler).SendAsync(ApiRequest.Post("items-act", "items/1/action/?do=act"), default);

            Assert.Equal("{}", Assert.Single(handler.Requests).Body);
        }
    }

    public class Answers
    {
        [Fact]
        public async Task An_object_is_read() => Assert.Equal("a", (await GetAsync(new FakeHandler(Item))).Name);

        [Fact]
        public async Task A_large_object_in_small_pieces_is_read()
        {
            var json = $$"""{"name":"{{new string('x', 200_000)}}"}""";
            var item = await GetAsync(new FakeHandler(_ => FakeHandler.Body(new BrokenStream(Encoding.UTF8.GetBytes(json), null, perRead: 1000))));

            Assert.Equal(200_000, item.Name.Length);
        }

        [Fact]
        public async Task A_compressed_object_is_read()
        {
            var item = await GetAsync(new FakeHandler(_ =>
            {
                var buffer = new MemoryStream();
                using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Item));
                var response = FakeHandler.Bytes(buffer.ToArray(), "application/json");
                response.Content.Headers.Add("Content-Encoding", "gzip");
                return response;
            }));

            Assert.Equal("a", item.Name);
        }

        [Theory]
        [InlineData("", "application/json", "it is empty")]
        [InlineData("null", "application/json", "it is null")]
        [InlineData("<html></html>", "text/html", "content type is not JSON")]
        [InlineData("not json", "text/plain", "cannot be understood")]
        [InlineData("{\"name\": \"a\"", "application/json", "cannot be understood")]
        [InlineData("{\"size\": \"many\"}", "application/json", "'many' is not a 64-bit integer")]
        [InlineData("{\"size\": 3e99}", "application/json", "not a 64-bit integer")]
        [InlineData("[]", "application/json", "cannot be understood")]
        public async Task A_successful_answer_that_makes_no_sense_is_an_error_that_says_why(string body, string type, string why)
        {
            var error = await Assert.ThrowsAsync<InvalidResponseException>(() => GetAsync(new FakeHandler(_ => FakeHandler.Text(body, type))));

            Assert.Contains(why, error.Message, StringComparison.Ordinal);
            Assert.Contains("GET http://127.0.0.1:8010/api/2.0/items/1/", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task An_answer_without_content_where_an_object_is_due_is_an_error() =>
            await Assert.ThrowsAsync<InvalidResponseException>(() => GetAsync(new FakeHandler(_ => new HttpResponseMessage(HttpStatusCode.NoContent))));

        [Fact]
        public async Task The_body_of_a_deletion_is_not_looked_at() =>
            await Pipeline(new FakeHandler(_ => FakeHandler.Text("surprise", "text/html", HttpStatusCode.NoContent))).SendAsync(ApiRequest.Delete("items-delete", "items/1/"), default);

        [Fact]
        public async Task An_envelope_without_objects_is_an_error()
        {
            var error = await Assert.ThrowsAsync<InvalidResponseException>(() =>
                Pipeline(new FakeHandler("""{"objects": []}""")).SendForObjectsAsync(ApiRequest.Post("items-create", "items/"), TestJson.Context.TestItem, default));

            Assert.Contains("no objects", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Raw_json_is_returned_as_it_is()
        {
            var json = await Pipeline(new FakeHandler("""{"a": [1, "x"]}""")).SendForJsonAsync(ApiRequest.Custom(HttpMethod.Get, "x/", null), default);
            var none = await Pipeline(new FakeHandler("")).SendForJsonAsync(ApiRequest.Custom(HttpMethod.Delete, "x/", null), default);

            Assert.Equal("x", json.GetProperty("a")[1].GetString());
            Assert.Equal(System.Text.Json.JsonValueKind.Undefined, none.ValueKind);
        }
    }

    public class Failures
    {
        [Fact]
        public async Task A_body_that_breaks_off_is_a_connection_error() =>
            await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => GetAsync(new FakeHandler(_ => FakeHandler.Body(new BrokenStream("{\"na"u8.ToArray(), new IOException("reset"))))));

        [Fact]
        public async Task A_refused_connection_is_a_connection_error_with_its_cause()
        {
            var error = await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => GetAsync(new FakeHandler(_ => throw new HttpRequestException("refused"))));

            Assert.IsType<HttpRequestException>(error.InnerException);
            Assert.Contains("refused", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task A_server_that_never_answers_ends_at_the_deadline_not_in_a_cancellation()
        {
            var time = new ManualTimeProvider();
            var get = GetAsync(
                new FakeHandler(async (_, token) =>
                {
                    await Task.Delay(Timeout.Infinite, token);
                    return FakeHandler.Json(Item);
                }),
                o => o with { TimeProvider = time, RequestTimeout = TimeSpan.FromSeconds(3) });
            Assert.False(get.IsCompleted);

            time.Advance(TimeSpan.FromSeconds(3));

            var error = await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => get);
            Assert.Contains("3 seconds", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task A_body_that_never_ends_ends_at_the_deadline()
        {
            var time = new ManualTimeProvider();
            var get = GetAsync(new FakeHandler(_ => FakeHandler.Body(new Pipe().Reader.AsStream())), o => o with { TimeProvider = time });

            time.Advance(TimeSpan.FromSeconds(101));

            await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => get);
        }

        [Fact]
        public async Task A_caller_who_cancels_gets_a_cancellation()
        {
            using var source = new CancellationTokenSource();
            var get = GetAsync(new FakeHandler(_ => FakeHandler.Body(new Pipe().Reader.AsStream())), token: source.Token);

            await source.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => get);
        }

        [Fact]
        public async Task The_timeout_of_a_foreign_http_client_is_a_deadline_too()
        {
            var handler = new FakeHandler((_, _) => throw new TaskCanceledException("HttpClient.Timeout", new TimeoutException()));

            await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => GetAsync(handler));
        }
    }

    public class Errors
    {
        private static async Task<T> FailAsync<T>(HttpStatusCode status, string body, string type = "application/json", Action<HttpResponseMessage>? change = null) where T : Exception =>
            await Assert.ThrowsAsync<T>(() => GetAsync(new FakeHandler(_ =>
            {
                var response = FakeHandler.Text(body, type, status);
                change?.Invoke(response);
                return response;
            })));

        [Fact]
        public async Task The_errors_of_the_api_are_listed()
        {
            var error = await FailAsync<ValidationException>(
                HttpStatusCode.BadRequest,
                """[{"error_type": "validation", "error_message": "This field is required", "error_point": "resource"}, {"error_type": "brand-new", "error_message": "x", "error_point": null}]""",
                change: r => r.Headers.Add("X-REQUEST-ID", "req-7"));

            Assert.Equal(2, error.Errors.Count);
            Assert.Equal(new ApiError(ApiErrorType.Validation, "This field is required", "resource"), error.Errors[0]);
            Assert.Equal("brand-new", error.Errors[1].Type.Value);
            Assert.Null(error.Errors[1].Point);
            Assert.Equal("req-7", error.RequestId);
            Assert.Equal("items-get", error.OperationId);
            Assert.True(error.HasError(ApiErrorType.Validation));
            Assert.Equal(
                "GET http://127.0.0.1:8010/api/2.0/items/1/ answered 400 BadRequest; validation: This field is required (at 'resource'); brand-new: x [request req-7]",
                error.Message);
        }

        [Fact]
        public async Task One_bare_object_is_an_error_too() =>
            Assert.Equal("no", Assert.Single((await FailAsync<PermissionDeniedException>(HttpStatusCode.Forbidden, """{"error_type": "permission", "error_message": "no"}""")).Errors).Message);

        [Theory]
        [InlineData("<html><body>502 Bad Gateway</body></html>", "text/html")]
        [InlineData("upstream is gone", "text/plain")]
        [InlineData("", "text/plain")]
        [InlineData("{}", "application/json")]
        [InlineData("null", "application/json")]
        [InlineData("[[]]", "application/json")]
        [InlineData("[1, 2]", "application/json")]
        public async Task Any_other_body_still_gives_a_typed_error(string body, string type)
        {
            var error = await FailAsync<CloudSigmaApiException>(HttpStatusCode.BadGateway, body, type);

            Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
            Assert.Empty(error.Errors);
            Assert.Equal(body, error.Body);
        }

        [Fact]
        public async Task Errors_that_arrived_before_the_body_broke_off_count()
        {
            var error = await Assert.ThrowsAsync<ValidationException>(() => GetAsync(new FakeHandler(_ => FakeHandler.Body(
                new BrokenStream("""[{"error_type": "validation", "error_message": "one", "error_point": "a"}, {"error_ty"""u8.ToArray(), new IOException("reset")),
                status: HttpStatusCode.BadRequest))));

            Assert.Equal("one", Assert.Single(error.Errors).Message);
        }

        [Fact]
        public async Task The_body_in_an_error_is_short_and_has_no_secrets()
        {
            var error = await FailAsync<CloudSigmaApiException>(
                HttpStatusCode.InternalServerError, """{"vnc_password": "s3cret", "Private_Key":"----s3cret", "otp": 123456, "password": "s3c\"ret""" + new string('x', 5000));

            Assert.InRange(error.Body.Length, 1, 1024);
            Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("123456", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("ret", error.Body, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData(HttpStatusCode.BadRequest, typeof(ValidationException))]
        [InlineData(HttpStatusCode.Unauthorized, typeof(AuthenticationException))]
        [InlineData(HttpStatusCode.PaymentRequired, typeof(InsufficientFundsException))]
        [InlineData(HttpStatusCode.Forbidden, typeof(PermissionDeniedException))]
        [InlineData(HttpStatusCode.NotFound, typeof(ResourceNotFoundException))]
        [InlineData(HttpStatusCode.TooManyRequests, typeof(RateLimitedException))]
        [InlineData(HttpStatusCode.ServiceUnavailable, typeof(ServiceUnavailableException))]
        [InlineData(HttpStatusCode.MethodNotAllowed, typeof(CloudSigmaApiException))]
        [InlineData(HttpStatusCode.Found, typeof(CloudSigmaApiException))]
        public async Task Statuses_have_their_types(HttpStatusCode status, Type type) =>
            Assert.IsType(type, await Assert.ThrowsAnyAsync<CloudSigmaApiException>(() => GetAsync(new FakeHandler(_ => FakeHandler.Json("[]", status)))));

        [Fact]
        public async Task Concurrency_has_a_type_of_its_own() =>
            await FailAsync<ConcurrencyException>(HttpStatusCode.ServiceUnavailable, """[{"error_type": "concurrency", "error_message": "busy", "error_point": null}]""");

        [Fact]
        public async Task Retry_after_is_read_in_both_forms()
        {
            var seconds = await FailAsync<RateLimitedException>(HttpStatusCode.TooManyRequests, "[]", change: r => r.Headers.TryAddWithoutValidation("Retry-After", "17"));
            Assert.Equal(TimeSpan.FromSeconds(17), seconds.RetryAfter);

            var time = new ManualTimeProvider();
            var error = await Assert.ThrowsAsync<RateLimitedException>(() => GetAsync(
                new FakeHandler(_ =>
                {
                    var response = FakeHandler.Json("[]", HttpStatusCode.TooManyRequests);
                    response.Headers.TryAddWithoutValidation("Retry-After", time.GetUtcNow().AddMinutes(2).ToString("R"));
                    return response;
                }),
                o => o with { TimeProvider = time }));
            Assert.Equal(TimeSpan.FromMinutes(2), error.RetryAfter);
        }
    }

    public class Credentials
    {
        [Theory]
        [InlineData("", "x")]
        [InlineData("a:b", "x")]
        [InlineData("a\r\nHost: evil", "x")]
        [InlineData("a", "x\n")]
        public void What_cannot_be_sent_is_refused(string user, string password)
        {
            var error = Assert.ThrowsAny<ArgumentException>(() => CloudSigmaCredential.Basic(user, password));

            Assert.DoesNotContain("x\n", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Unicode_is_sent_as_utf8()
        {
            var handler = new FakeHandler(Item);
            await GetAsync(handler, o => o with { Credential = CloudSigmaCredential.Basic("j\u00fcrgen@x.ch", "p\u00e4ss:w\u00f6rd") });

            var sent = Assert.Single(handler.Requests).Headers["Authorization"]["Basic ".Length..];
            Assert.Equal("j\u00fcrgen@x.ch:p\u00e4ss:w\u00f6rd", Encoding.UTF8.GetString(Convert.FromBase64String(sent)));
        }

        [Fact]
        public void A_credential_does_not_print_itself() => Assert.Equal("Basic credential", CloudSigmaCredential.Basic("user", "secret").ToString());
    }
}
