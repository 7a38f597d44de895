using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Paging;

public static class PageableTests
{
    public class Completeness
    {
        [Theory]
        [InlineData(0, 1)]
        [InlineData(1, 1)]
        [InlineData(99, 1)]
        [InlineData(100, 1)]
        [InlineData(101, 2)]
        [InlineData(250, 3)]
        [InlineData(1000, 10)]
        public async Task A_list_is_complete_with_one_request_per_page(int count, int requests)
        {
            var server = new ItemServer(count);

            var items = await server.List().ReadAllAsync();

            Assert.Equal(server.Items, items);
            Assert.Equal(requests, server.Handler.Requests.Count);
            Assert.All(server.Handler.Requests, r => Assert.Equal("100", r.Query("limit")));
        }

        [Fact]
        public async Task A_page_size_of_zero_asks_once_for_everything()
        {
            var server = new ItemServer(777);

            var items = await server.List(o => o with { PageSize = 0 }).ReadAllAsync();

            Assert.Equal(server.Items, items);
            Assert.Equal("/api/items/?limit=0", Assert.Single(server.Handler.Requests).PathAndQuery);
        }

        [Theory]
        [InlineData("meta-first")]
        [InlineData("meta-last")]
        [InlineData("no-meta")]
        [InlineData("bare")]
        [InlineData("extra")]
        public async Task Meta_may_come_first_or_last_or_not_at_all(string form)
        {
            var server = new ItemServer(250);
            server.Answer = (request, _) => Task.FromResult(FakeHandler.Json(server.Page(request.Offset, request.Limit, form)));

            Assert.Equal(server.Items, await server.List().ReadAllAsync());
        }

        [Fact]
        public async Task A_server_that_caps_the_limit_is_asked_on()
        {
            var server = new ItemServer(130) { MaxLimit = 20 };

            Assert.Equal(server.Items, await server.List().ReadAllAsync());
            Assert.Equal(7, server.Handler.Requests.Count);
        }

        [Fact]
        public async Task A_server_that_caps_a_limit_of_zero_is_asked_on()
        {
            var server = new ItemServer(50);
            server.Answer = (request, _) => Task.FromResult(FakeHandler.Json(server.Page(request.Offset, 20)));

            Assert.Equal(server.Items, await server.List(o => o with { PageSize = 0 }).ReadAllAsync());
        }

        [Fact]
        public async Task A_byte_order_mark_and_blanks_are_no_obstacle()
        {
            var server = new ItemServer(3);
            server.Answer = (r, _) => Task.FromResult(FakeHandler.Body(new BrokenStream(Encoding.UTF8.GetBytes("\uFEFF \r\n" + server.Page(r) + " \n"), null, perRead: 2)));

            Assert.Equal(server.Items, await server.List().ReadAllAsync());
        }

        [Fact]
        public async Task Every_split_of_the_body_gives_the_same_objects()
        {
            var server = new ItemServer(5);
            var json = Encoding.UTF8.GetBytes(server.Page(0, 100, "extra"));
            for (var perRead = 1; perRead < 60; perRead++)
            {
                server.Answer = (_, _) => Task.FromResult(FakeHandler.Body(new BrokenStream(json, null, perRead)));
                Assert.Equal(server.Items, await server.List().ReadAllAsync());
            }
        }

        [Fact]
        public async Task An_element_larger_than_the_buffer_is_read()
        {
            var server = new ItemServer(0);
            server.Items.Add(new TestItem { Uuid = Guid.NewGuid(), Name = new string('x', 300_000) });
            server.Items.Add(ItemServer.Item(1));

            Assert.Equal(server.Items, await server.List().ReadAllAsync());
        }

        [Fact]
        public async Task Gzip_is_decompressed_while_it_arrives()
        {
            var server = new ItemServer(250);
            server.Answer = (request, _) =>
            {
                Assert.Contains("gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal);
                var buffer = new MemoryStream();
                using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(server.Page(request)));
                var response = FakeHandler.Bytes(buffer.ToArray(), "application/json");
                response.Content.Headers.Add("Content-Encoding", "gzip");
                return Task.FromResult(response);
            };

            Assert.Equal(server.Items, await server.List().ReadAllAsync());
        }

        [Fact]
        public async Task Objects_without_an_id_are_all_yielded()
        {
            var server = new ItemServer(0);
            server.Items.AddRange(Enumerable.Range(0, 3).Select(i => new TestItem { Name = $"n{i}" }));

            Assert.Equal(3, (await server.List().ReadAllAsync()).Count);
        }
    }

    public class Changes_while_listing
    {
        [Fact]
        public async Task Objects_added_in_front_repeat_nothing_and_lose_nothing()
        {
            var server = new ItemServer(300);
            var original = server.Items.ToList();
            var added = 1000;
            server.BeforeAnswer = r =>
            {
                if (r.Offset > 0) server.Items.InsertRange(0, Enumerable.Range(added += 10, 10).Select(ItemServer.Item));
            };

            var items = await server.List(o => o with { PrefetchPages = false }).ReadAllAsync();

            Assert.Equal(items.Count, items.Distinct().Count());
            Assert.Empty(original.Except(items));
        }

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task Objects_removed_in_front_hide_none_of_the_others(bool prefetch)
        {
            var server = new ItemServer(500);
            var survivors = server.Items.Skip(60).ToList();
            var removed = 0;
            server.BeforeAnswer = r =>
            {
                if (r.Offset == 0 || removed >= 60) return;
                server.Items.RemoveRange(0, 30);
                removed += 30;
            };

            var items = await server.List(o => o with { PrefetchPages = prefetch }).ReadAllAsync();

            Assert.Empty(survivors.Except(items));
            Assert.Equal(items.Count, items.Distinct().Count());
        }

        [Fact]
        public async Task A_list_that_is_emptied_meanwhile_ends()
        {
            var server = new ItemServer(300);
            server.BeforeAnswer = r =>
            {
                if (r.Offset > 0) server.Items.Clear();
            };

            Assert.Equal(100, (await server.List().ReadAllAsync()).Count);
        }

        [Fact]
        public async Task A_list_that_grows_faster_than_it_is_read_ends_in_an_error()
        {
            var server = new ItemServer(200);
            server.BeforeAnswer = r => server.Items.AddRange(Enumerable.Range(server.Items.Count, 200).Select(ItemServer.Item));

            var error = await Assert.ThrowsAsync<InvalidResponseException>(() => server.List().ReadAllAsync());

            Assert.Contains("did not end", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task A_server_that_ignores_the_offset_ends_in_an_error_instead_of_a_short_list()
        {
            var server = new ItemServer(300);
            server.Answer = (r, _) => Task.FromResult(FakeHandler.Json(server.Page(0, r.Limit)));

            var error = await Assert.ThrowsAsync<InvalidResponseException>(() => server.List().ReadAllAsync());

            Assert.Contains("repeats itself", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task An_empty_page_where_more_is_due_is_asked_for_again()
        {
            var server = new ItemServer(250);
            var empty = 1;
            server.Answer = (r, _) => Task.FromResult(FakeHandler.Json(
                r.Offset == 100 && empty-- > 0 ? """{"meta": {"limit": 100, "offset": 100, "total_count": 250}, "objects": []}""" : server.Page(r)));

            Assert.Equal(server.Items, await server.List(o => o with { PrefetchPages = false }).ReadAllAsync());
        }

        [Fact]
        public async Task Pages_that_stay_empty_where_more_is_due_end_in_an_error()
        {
            var server = new ItemServer(250);
            server.Answer = (r, _) => Task.FromResult(FakeHandler.Json(
                r.Offset == 100 ? """{"meta": {"limit": 100, "offset": 100, "total_count": 250}, "objects": []}""" : server.Page(r)));

            var error = await Assert.ThrowsAsync<InvalidResponseException>(() => server.List().ReadAllAsync());

            Assert.Contains("total_count of 250", error.Message, StringComparison.Ordinal);
            Assert.Contains("offset 100", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task The_same_object_twice_is_yielded_once()
        {
            var server = new ItemServer(3);
            server.Items.Insert(1, server.Items[0]);

            Assert.Equal(3, (await server.List().ReadAllAsync()).Count);
        }
    }

    public class Broken_bodies
    {
        public static TheoryData<int, bool> Cases => new() { { 100, true }, { 100, false }, { 0, true }, { 0, false } };

        [Theory]
        [MemberData(nameof(Cases))]
        public async Task A_body_that_breaks_off_is_asked_for_again_from_the_first_missing_object(int pageSize, bool throws)
        {
            var server = new ItemServer(250);
            var breaks = 2;
            server.Answer = (r, _) => Task.FromResult(
                breaks-- > 0
                    ? FakeHandler.Body(new BrokenStream(ItemServer.Cut(server.Page(r), $"\"item-{r.Offset + 40}\""), throws ? new IOException("reset by peer") : null))
                    : FakeHandler.Json(server.Page(r)));

            var items = await server.List(o => o with { PageSize = pageSize, PrefetchPages = false }).ReadAllAsync();

            Assert.Equal(server.Items, items);
            Assert.Equal([0, 40, 80], server.Handler.Requests.Take(3).Select(r => r.Offset));
            if (pageSize > 0) Assert.Equal([100, 60, 20], server.Handler.Requests.Take(3).Select(r => r.Limit));
        }

        [Theory]
        [InlineData(100, 10)]
        [InlineData(20, 10)]
        [InlineData(20, 30)]
        [InlineData(0, 10)]
        public async Task Objects_removed_while_a_body_breaks_off_hide_none_of_the_others(int pageSize, int breakAt)
        {
            var server = new ItemServer(60);
            var survivors = server.Items.Skip(3).ToList();
            var first = true;
            server.Answer = (r, _) =>
            {
                var json = server.Page(r);
                if (!first || !json.Contains($"\"item-{breakAt}\"", StringComparison.Ordinal)) return Task.FromResult(FakeHandler.Json(json));
                first = false;
                server.Items.RemoveRange(0, 3);
                return Task.FromResult(FakeHandler.Body(new BrokenStream(ItemServer.Cut(json, $"\"item-{breakAt}\""), new IOException("reset"))));
            };

            var items = await server.List(o => o with { PageSize = pageSize, PrefetchPages = false }).ReadAllAsync();

            Assert.Empty(survivors.Except(items));
            Assert.Equal(items.Count, items.Distinct().Count());
        }

        [Fact]
        public async Task Objects_removed_while_a_long_stream_breaks_off_end_in_an_error_instead_of_a_short_list()
        {
            var server = new ItemServer(9000);
            var first = true;
            server.Answer = (r, _) =>
            {
                var json = server.Page(r);
                if (!first) return Task.FromResult(FakeHandler.Json(json));
                first = false;
                server.Items.RemoveAt(0);
                return Task.FromResult(FakeHandler.Body(new BrokenStream(ItemServer.Cut(json, "\"item-8000\""), new IOException("reset"))));
            };

            var error = await Assert.ThrowsAsync<InvalidResponseException>(() => server.List(o => o with { PageSize = 0 }).ReadAllAsync());

            Assert.Contains("broke off at offset 8000", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task A_body_that_does_not_end_after_its_last_byte_of_json_costs_no_object()
        {
            var time = new ManualTimeProvider();
            var server = new ItemServer(3);
            var pipe = new Pipe();
            server.Answer = (_, _) => Task.FromResult(FakeHandler.Body(pipe.Reader.AsStream()));
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(server.Page(0, 100)));
            var all = server.List(o => o with { TimeProvider = time }).ReadAllAsync();

            Assert.False(all.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(101));

            Assert.Equal(server.Items, await all);
        }

        [Fact]
        public async Task A_page_whose_end_only_is_missing_is_not_asked_for_again()
        {
            var server = new ItemServer(250);
            var first = true;
            server.Answer = (r, _) =>
            {
                var json = server.Page(r);
                if (!first) return Task.FromResult(FakeHandler.Json(json));
                first = false;
                return Task.FromResult(FakeHandler.Body(new BrokenStream(Encoding.UTF8.GetBytes(json[..^1]), new IOException("reset"))));
            };

            Assert.Equal(server.Items, await server.List(o => o with { PrefetchPages = false }).ReadAllAsync());
            Assert.Equal([0, 100, 200], server.Handler.Requests.Select(r => r.Offset));
        }

        [Fact]
        public async Task A_body_that_always_breaks_off_ends_in_an_error_after_some_tries()
        {
            var server = new ItemServer(250);
            server.Answer = (r, _) => Task.FromResult(FakeHandler.Body(new BrokenStream(ItemServer.Cut(server.Page(r), $"\"item-{r.Offset + 5}\""), null)));

            var error = await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => server.List().ReadAllAsync());

            Assert.Contains("broke off after 5 objects", error.Message, StringComparison.Ordinal);
            Assert.Equal(4, server.Handler.Requests.Count(r => r.Offset < 100));
        }

        [Fact]
        public async Task Malformed_json_in_the_middle_gives_the_objects_before_it_and_then_an_error()
        {
            var server = new ItemServer(10);
            server.Answer = (r, _) => Task.FromResult(FakeHandler.Json(server.Page(r).Replace("\"item-4\"", "item-4", StringComparison.Ordinal)));
            var items = new List<TestItem>();

            var error = await Assert.ThrowsAsync<InvalidResponseException>(async () =>
            {
                await foreach (var item in server.List()) items.Add(item);
            });

            Assert.Equal(server.Items.Take(4), items);
            Assert.Contains("after 4 objects", error.Message, StringComparison.Ordinal);
            Assert.Single(server.Handler.Requests);
        }

        [Theory]
        [InlineData("""{"meta": {"total_count": 3}}""", "no 'objects'")]
        [InlineData("""{"meta": {"total_count": 3}, "objects": null}""", "'objects' is a Null")]
        [InlineData("""{"meta": {"total_count": 3}, "objects": {"uuid": "x"}}""", "'objects' is a StartObject")]
        [InlineData("""{"objects": [null]}""", "is null")]
        [InlineData("""{"objects": [42]}""", "after 0 objects")]
        [InlineData("\"text\"", "instead of a list")]
        [InlineData("""[{"uuid": 5}]""", "after 0 objects")]
        public async Task A_body_that_is_no_list_is_an_error_that_says_why(string json, string why)
        {
            var server = new ItemServer(0) { Answer = (_, _) => Task.FromResult(FakeHandler.Json(json + " ")) };

            var error = await Assert.ThrowsAsync<InvalidResponseException>(() => server.List().ReadAllAsync());

            Assert.Contains(why, error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task A_page_for_people_is_an_error()
        {
            var server = new ItemServer(0) { Answer = (_, _) => Task.FromResult(FakeHandler.Text("<html>login</html>", "text/html")) };

            var error = await Assert.ThrowsAsync<InvalidResponseException>(() => server.List().ReadAllAsync());

            Assert.Contains("content type is not JSON", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Strange_meta_is_ignored()
        {
            var server = new ItemServer(3);
            server.Answer = (r, _) => Task.FromResult(FakeHandler.Json(server.Page(r).Replace("\"total_count\": 3", "\"total_count\": -7, \"limit\": null, \"offset\": {}", StringComparison.Ordinal)));

            Assert.Equal(server.Items, await server.List().ReadAllAsync());
        }
    }

    [Collection(MeasuringMemory.Name)]
    public class Streaming
    {
        [Fact]
        public async Task The_first_object_is_there_before_the_last_byte_has_arrived()
        {
            var server = new ItemServer(3);
            var pipe = new Pipe();
            server.Answer = (_, _) => Task.FromResult(FakeHandler.Body(pipe.Reader.AsStream()));
            var json = server.Page(0, 0);
            var cut = json.IndexOf("},{\"uuid\"", StringComparison.Ordinal) + 2;
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(json[..cut]));

            await using var list = server.List(o => o with { PageSize = 0 }).GetAsyncEnumerator();
            Assert.True(await list.MoveNextAsync());
            Assert.Equal(server.Items[0], list.Current);

            var second = list.MoveNextAsync();
            Assert.False(second.IsCompleted);
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(json[cut..]));
            await pipe.Writer.CompleteAsync();
            Assert.True(await second);
        }

        [Fact]
        public async Task The_next_page_is_asked_for_while_the_present_one_is_read()
        {
            var server = new ItemServer(300);
            await using var list = server.List().GetAsyncEnumerator();

            Assert.True(await list.MoveNextAsync());

            Assert.Equal([0, 100], server.Handler.Requests.Select(r => r.Offset));
        }

        [Fact]
        public async Task Without_prefetch_the_next_page_is_asked_for_when_it_is_needed()
        {
            var server = new ItemServer(300);
            await using var list = server.List(o => o with { PrefetchPages = false }).GetAsyncEnumerator();

            for (var i = 0; i < 100; i++) Assert.True(await list.MoveNextAsync());
            Assert.Single(server.Handler.Requests);
            Assert.True(await list.MoveNextAsync());
            Assert.Equal(2, server.Handler.Requests.Count);
        }

        [Fact]
        public async Task Leaving_early_cancels_the_page_that_is_on_its_way()
        {
            var server = new ItemServer(300);
            var cancelled = new TaskCompletionSource();
            server.Answer = async (request, token) =>
            {
                if (request.Offset == 0) return FakeHandler.Json(server.Page(request));
                token.Register(cancelled.SetResult);
                await Task.Delay(Timeout.Infinite, token);
                return FakeHandler.Json("{}");
            };

            await foreach (var item in server.List())
            {
                Assert.Equal(server.Items[0], item);
                break;
            }

            Assert.True(cancelled.Task.IsCompleted);
        }

        [Fact]
        public async Task A_failing_prefetch_fails_only_when_its_page_is_reached()
        {
            var server = new ItemServer(150);
            server.Answer = (r, _) => Task.FromResult(r.Offset == 0 ? FakeHandler.Json(server.Page(r)) : FakeHandler.Json("[]", System.Net.HttpStatusCode.InternalServerError));
            var items = new List<TestItem>();

            await Assert.ThrowsAsync<CloudSigmaApiException>(async () =>
            {
                await foreach (var item in server.List()) items.Add(item);
            });

            Assert.Equal(100, items.Count);
        }
    }

    public class Cancellation
    {
        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task Both_tokens_end_the_list_in_the_middle_of_a_page(bool methodToken)
        {
            var server = new ItemServer(300);
            using var source = new CancellationTokenSource();
            var list = server.List(cancellationToken: methodToken ? source.Token : default);
            var count = 0;

            var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var item in list.WithCancellation(methodToken ? default : source.Token))
                {
                    if (++count == 50) await source.CancelAsync();
                }
            });

            Assert.Equal(50, count);
            Assert.Equal(source.Token, error.CancellationToken);
        }

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task Both_tokens_end_the_list_between_pages(bool methodToken)
        {
            var server = new ItemServer(300);
            using var source = new CancellationTokenSource();
            var pages = 0;

            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var page in server.List(cancellationToken: methodToken ? source.Token : default).AsPages(cancellationToken: methodToken ? default : source.Token))
                {
                    pages++;
                    await source.CancelAsync();
                }
            });

            Assert.Equal(1, pages);
        }

        [Fact]
        public async Task A_wait_for_bytes_ends_when_the_caller_cancels()
        {
            var server = new ItemServer(3);
            server.Answer = (_, _) => Task.FromResult(FakeHandler.Body(new Pipe().Reader.AsStream()));
            using var source = new CancellationTokenSource();
            await using var list = server.List().GetAsyncEnumerator(source.Token);

            var next = list.MoveNextAsync();
            Assert.False(next.IsCompleted);
            await source.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        }
    }

    public class Deadlines
    {
        [Fact]
        public async Task A_server_that_never_answers_ends_at_the_deadline()
        {
            var time = new ManualTimeProvider();
            var server = new ItemServer(3);
            server.Answer = async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return FakeHandler.Json("{}");
            };
            var all = server.List(o => o with { TimeProvider = time, RequestTimeout = TimeSpan.FromSeconds(7) }).ReadAllAsync();

            time.Advance(TimeSpan.FromSeconds(6.9));
            Assert.False(all.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(0.2));

            var error = await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => all);
            Assert.Contains("7 seconds", error.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task A_body_that_stalls_ends_at_the_deadline_but_a_slow_consumer_does_not()
        {
            var time = new ManualTimeProvider();
            var server = new ItemServer(3);
            var pipe = new Pipe();
            server.Answer = (_, _) => Task.FromResult(FakeHandler.Body(pipe.Reader.AsStream()));
            var json = server.Page(0, 100);
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(json[..(json.IndexOf("},{", StringComparison.Ordinal) + 2)]));
            await using var list = server.List(o => o with { TimeProvider = time, RequestTimeout = TimeSpan.FromSeconds(7) }).GetAsyncEnumerator();

            Assert.True(await list.MoveNextAsync());
            time.Advance(TimeSpan.FromHours(1));
            var next = list.MoveNextAsync();
            Assert.False(next.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(8));

            await Assert.ThrowsAsync<CloudSigmaTimeoutException>(async () => await next);
        }
    }

    public class Pages
    {
        [Fact]
        public async Task Pages_know_their_place_and_the_total()
        {
            var server = new ItemServer(120);

            var pages = await server.List().AsPages(pageSize: 50).ReadAllAsync();

            Assert.Equal([0, 50, 100], pages.Select(p => p.Offset));
            Assert.Equal([50, 50, 20], pages.Select(p => p.Items.Count));
            Assert.All(pages, p => Assert.Equal(120, p.TotalCount));
        }

        [Fact]
        public async Task An_empty_list_has_no_pages() => Assert.Empty(await new ItemServer(0).List().AsPages().ReadAllAsync());

        [Fact]
        public void A_negative_page_size_is_refused() =>
            Assert.Throws<ArgumentOutOfRangeException>(() => new ItemServer(0).List().AsPages(pageSize: -1));

        [Fact]
        public async Task A_list_can_be_enumerated_twice()
        {
            var server = new ItemServer(10);
            var list = server.List();

            Assert.Equal(await list.ReadAllAsync(), await list.ReadAllAsync());
            Assert.Equal(2, server.Handler.Requests.Count);
        }

        [Fact]
        public async Task A_fake_is_made_from_pages_or_items()
        {
            var list = Pageable<int>.FromPages([new Page<int>([1, 2], 0, 3), new Page<int>([3], 2, 3)]);

            Assert.Equal([1, 2, 3], await list.ReadAllAsync());
            Assert.Equal(2, (await list.AsPages().ReadAllAsync()).Count);
            Assert.Equal([7, 8], await Pageable<int>.FromItems(7, 8).ReadAllAsync());
        }
    }
}
