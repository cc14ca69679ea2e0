@echo off
rem Starts smtpcode on Windows: the runtime that came with it, else Java from JAVA_HOME or the PATH.
setlocal
for %%I in ("%~dp0..") do set "SMTPCODE_HOME=%%~fI"
set "JAVA=%SMTPCODE_HOME%\runtime\bin\java.exe"
if exist "%JAVA%" goto run
if defined JAVA_HOME goto java_home
set "JAVA="
for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
if defined JAVA goto check
echo smtpcode: no Java found: install Java 17 or newer, or set JAVA_HOME to it 1>&2
exit /b 2

:java_home
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto check
echo smtpcode: JAVA_HOME is "%JAVA_HOME%", which has no bin\java.exe: set it to Java 17 or newer 1>&2
exit /b 2

rem The version, where a file beside this Java tells it: asking Java takes longer than answering.
:check
for %%I in ("%JAVA%\..\..\release") do set "RELEASE=%%~fI"
if not exist "%RELEASE%" goto run
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%K in ("%RELEASE%") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
set "MAJOR="
for /f "delims=.-+_" %%M in ("%VERSION%") do set "MAJOR=%%M"
if not defined MAJOR goto run
if %MAJOR% GEQ 17 goto run
echo smtpcode: "%JAVA%" is Java %VERSION%: smtpcode needs 17 or newer; set JAVA_HOME to it 1>&2
exit /b 2

:run
"%JAVA%" -XX:+UseSerialGC -Xshare:auto -cp "%SMTPCODE_HOME%\lib\smtpcode-${project.version}.jar" dev.smtpcode.cli.Main %*
exit /b %errorlevel%
