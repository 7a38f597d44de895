// Limits of requests: the documented numbers, the wait until the next window, and who is counted.
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class RateLimitTests
{
    public sealed class Documented : EmulatorTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) => options.RateLimits = EmulatorRateLimits.Documented;

        [Fact]
        public async Task Ten_thousand_reads_a_minute_pass_and_the_next_is_told_when_to_come_back()
        {
            var left = 10_000;
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            {
                while (Interlocked.Decrement(ref left) >= 0) (await GetAsync("jobs/")).Is(200);
            }));
            Wait(12.5);
            var refusal = (await GetAsync("jobs/")).Refused(429, "ratelimit");
            Assert.Equal("48", refusal.Message.Headers.GetValues("Retry-After").Single());
            (await PostAsync("drives/", NewDrive())).Is(201);
            Wait(47.5);
            (await GetAsync("jobs/")).Is(200);
        }

        [Fact]
        public async Task A_thousand_deletions_a_minute_pass()
        {
            for (var i = 0; i < 1000; i++) (await DeleteAsync($"drives/{Guid.Empty}/")).Refused(404, "notexist");
            (await DeleteAsync($"drives/{Guid.Empty}/")).Refused(429, "ratelimit");
        }
    }

    public sealed class Own : EmulatorTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            options.Accounts = [EmulatorAccount.WellKnown, new("second@example.com", "secret")];
            options.RateLimits = new() { Get = 2, CreateServer = 1, Window = TimeSpan.FromSeconds(10) };
        }

        [Fact]
        public async Task Each_kind_of_request_and_each_account_is_counted_for_itself()
        {
            await GetAsync("drives/");
            await GetAsync("drives/");
            (await GetAsync("drives/")).Refused(429, "ratelimit");
            (await PostAsync("servers/", NewServer())).Is(201);
            (await PostAsync("servers/", NewServer())).Refused(429, "ratelimit");
            (await PostAsync("drives/", NewDrive())).Is(201);
            (await SendAsync(Client, "OPTIONS", "drives/")).Is(200);
            using var other = NewClient(Cloud, Cloud.Accounts[1]);
            (await SendAsync(other, "GET", "drives/")).Is(200);
        }

        [Fact]
        public async Task A_refused_request_does_not_lengthen_the_wait_and_changes_nothing()
        {
            await PostAsync("servers/", NewServer());
            for (var i = 0; i < 9; i++)
            {
                Wait(1);
                Assert.Equal($"{9 - i}", (await PostAsync("servers/", NewServer())).Refused(429, "ratelimit").Message.Headers.GetValues("Retry-After").Single());
            }

            Wait(1);
            Assert.Single((await GetAsync("servers/")).Objects);
            (await PostAsync("servers/", NewServer())).Is(201);
        }

        [Fact]
        public async Task Who_is_not_let_in_is_not_counted()
        {
            using var nobody = NewClient(Cloud, account: null);
            for (var i = 0; i < 5; i++) (await SendAsync(nobody, "GET", "drives/")).Refused(401, "permission");
            (await GetAsync("drives/")).Is(200);
        }
    }

    public sealed class Off : EmulatorTest
    {
        [Fact]
        public async Task Without_limits_nothing_is_counted()
        {
            for (var i = 0; i < 1100; i++) (await DeleteAsync($"drives/{Guid.Empty}/")).Refused(404, "notexist");
        }
    }
}
