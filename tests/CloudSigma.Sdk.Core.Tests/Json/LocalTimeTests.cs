using System.Text.Json;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk.Core.Tests.Json;

/// <summary>Changes the time zone of the process, so it runs alone.</summary>
[Collection(nameof(LocalTimeTests))]
public class LocalTimeTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new TimestampConverter() } };

    [Theory]
    [InlineData("2014-06-05T09:45:08")]
    [InlineData("2014-06-05 09:45:08")]
    public void A_time_without_an_offset_is_utc_wherever_the_program_runs(string text)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", "America/New_York");
            TimeZoneInfo.ClearCachedData();

            var time = JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", Options);

            Assert.Equal(new DateTimeOffset(2014, 6, 5, 9, 45, 8, TimeSpan.Zero), time);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }
}

[CollectionDefinition(nameof(LocalTimeTests), DisableParallelization = true)]
public class LocalTimeGroup;
