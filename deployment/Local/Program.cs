using EngagementBot.Local;

return await LocalRun.RunAsync(args);
